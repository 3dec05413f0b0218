select * from {{ ref('stg_report_paragraphs') }}
