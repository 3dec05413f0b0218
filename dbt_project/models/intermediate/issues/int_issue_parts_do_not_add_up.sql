-- Parts of one kind (by gender, by age group, by case …) whose sum is not the total that the same report gives.
-- A sum below the total is only worth a note, since a report need not name every part.
with figures as (
    select *
    from {{ ref('int_figures') }}
    where value is not null
      and period_type <> 'other'
      and (qualifier is null or qualifier = 'exact')
),

totals as (
    select report_id, whole, data_year, is_comparison, trafficking_type, value, fact_id
    from figures
    where scope = 'total' and breakdown is null
    qualify count(*) over (partition by report_id, whole, data_year, is_comparison, trafficking_type) = 1
),

sums as (
    select
        report_id, whole, data_year, is_comparison, trafficking_type,
        coalesce(breakdown, 'parts') as kind,
        sum(value) as value,
        list(fact_id order by char_start, fact_id) as fact_ids
    from figures
    where scope = 'part'
    group by report_id, whole, data_year, is_comparison, trafficking_type, breakdown
    having count(*) > 1
)

select
    sums.report_id,
    'parts_do_not_add_up' as check_name,
    case when sums.value > totals.value then 'warning' else 'info' end as severity,
    concat_ws('/', sums.whole, sums.trafficking_type, sums.data_year, sums.kind) as about,
    totals.value::varchar as expected,
    sums.value::varchar as actual,
    list_append(sums.fact_ids, totals.fact_id) as fact_ids,
    'The ' || len(sums.fact_ids) || ' parts (' || sums.kind || ') of ' || sums.whole || ' in ' || sums.data_year
    || ' add up to ' || sums.value || '; the total is ' || totals.value || '.' as message
from sums
inner join totals
    on totals.report_id = sums.report_id
    and totals.whole = sums.whole
    and totals.data_year = sums.data_year
    and totals.is_comparison = sums.is_comparison
    and totals.trafficking_type = sums.trafficking_type
where sums.value <> totals.value
