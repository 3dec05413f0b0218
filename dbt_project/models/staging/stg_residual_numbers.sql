select * exclude (document_id) from {{ source('raw', 'residual_numbers') }}
