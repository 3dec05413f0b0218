select * from {{ ref('stg_fact_tier_placement') }}
