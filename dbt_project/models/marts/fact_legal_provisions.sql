select * from {{ ref('stg_fact_legal_provisions') }}
