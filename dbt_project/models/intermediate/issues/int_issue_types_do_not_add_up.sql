-- Totals for sex and for labor trafficking that do not add up to the total for all types in the same report, or one of
-- them that is above it.
-- Where they stay below it, the rest may be of types that the report does not name: a note, not a warning.
with figures as (
    select *
    from {{ ref('int_figures') }}
    where scope = 'total'
      and value is not null
      and period_type <> 'other'
      and (qualifier is null or qualifier = 'exact')
    qualify count(*) over (
        partition by report_id, measure, data_year, is_comparison, trafficking_type
    ) = 1
),

compared as (
    select
        report_id,
        measure,
        data_year,
        is_comparison,
        sum(value) filter (where trafficking_type = 'all') as total,
        sum(value) filter (where trafficking_type <> 'all') as added,
        bool_or(trafficking_type = 'sex') and bool_or(trafficking_type = 'labor') as has_both,
        list(fact_id order by char_start, fact_id) as fact_ids
    from figures
    group by report_id, measure, data_year, is_comparison
    having bool_or(trafficking_type = 'all') and bool_or(trafficking_type <> 'all')
)

select
    report_id,
    'types_do_not_add_up' as check_name,
    case when added > total then 'warning' else 'info' end as severity,
    concat_ws('/', measure, data_year) as about,
    total::varchar as expected,
    added::varchar as actual,
    fact_ids,
    'The totals by trafficking type of ' || measure || ' in ' || data_year || ' add up to ' || added
    || '; the total for all types is ' || total || '.' as message
from compared
where added > total or (has_both and added < total)
