select * from {{ ref('stg_fact_trafficking_flows') }}
