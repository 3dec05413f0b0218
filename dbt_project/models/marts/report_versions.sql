-- The same file can come twice under one path only if its bytes differ; an archive can hold a report twice.
select distinct on (report_id, source_path, source_sha256)
    report_id, source_path, source_sha256, is_current, superseded_by, reason
from {{ ref('stg_documents') }}
order by report_id, source_path, source_sha256, is_current desc, reason
