select * from {{ ref('stg_fact_recommendations') }}
