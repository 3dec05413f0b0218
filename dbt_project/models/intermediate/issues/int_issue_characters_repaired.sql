-- Documents whose characters had been decoded wrongly before they came here (mojibake). The text that offsets and quotes
-- speak of is the repaired one.
select
    report_id,
    'characters_repaired' as check_name,
    'info' as severity,
    report_id as about,
    null::varchar as expected,
    source_path as actual,
    []::varchar[] as fact_ids,
    'The characters of ' || source_path || ' had been decoded wrongly and were repaired; quotes show the repaired text.'
        as message
from {{ ref('stg_reports') }}
where characters_repaired
