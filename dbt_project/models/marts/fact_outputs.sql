select * from {{ ref('stg_fact_outputs') }}
