-- Different exact totals for the same measure, type and year in one report.
with totals as (
    select
        report_id, measure, trafficking_type, data_year, is_comparison,
        list(distinct value order by value) as stated,
        list(fact_id order by char_start, fact_id) as fact_ids
    from {{ ref('int_figures') }}
    where scope = 'total'
      and value is not null
      and period_type <> 'other'
      and (qualifier is null or qualifier = 'exact')
    group by report_id, measure, trafficking_type, data_year, is_comparison
    having count(distinct value) > 1
)

select
    report_id,
    'conflicting_totals' as check_name,
    'warning' as severity,
    concat_ws('/', measure, trafficking_type, data_year, is_comparison) as about,
    'one value' as expected,
    array_to_string(stated, ', ') as actual,
    fact_ids,
    'The report gives ' || array_to_string(stated, ' and ') || ' as the total of ' || measure || ' in '
    || data_year || '.' as message
from totals
