{{ config(materialized='view') }}
-- The current document of each report.
select * from {{ source('raw', 'documents') }} where is_current
