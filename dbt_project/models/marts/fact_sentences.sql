select * from {{ ref('stg_fact_sentences') }}
