select * exclude (document_id) from {{ source('raw', 'report_paragraphs') }}
