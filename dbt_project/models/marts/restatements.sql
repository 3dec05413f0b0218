select * exclude (headline_measure) from {{ ref('int_restatements') }}
