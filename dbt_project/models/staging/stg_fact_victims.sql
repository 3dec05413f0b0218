{{ config(materialized='view') }}
select * exclude (document_id) from {{ source('raw', 'fact_victims') }}
