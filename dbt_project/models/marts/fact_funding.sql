select * from {{ ref('stg_fact_funding') }}
