with counted as (
    select report_id, sum(facts)::integer as facts
    from {{ ref('int_facts_by_report') }}
    group by report_id
)

select
    reports.* exclude (document_id, characters_repaired, is_current, superseded_by, reason),
    coalesce(counted.facts, 0) as facts
from {{ ref('stg_reports') }} as reports
left join counted on counted.report_id = reports.report_id
