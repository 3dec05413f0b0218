select * exclude (document_id) from {{ source('raw', 'fact_recommendations') }}
