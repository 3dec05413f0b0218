-- A part that is greater than the whole that the same report gives for it.
-- Only numbers that bound each other are compared: a total of "at least 20" contradicts no part of 25.
with figures as (
    select * from {{ ref('int_figures') }} where value is not null and period_type <> 'other'
),

totals as (
    select
        report_id, whole, data_year, is_comparison, trafficking_type,
        max(value) as value,
        arg_max(fact_id, value) as fact_id,
        bool_and(qualifier is null or qualifier in ('exact', 'at_most', 'fewer_than')) as is_bound
    from figures
    where scope = 'total' and breakdown is null
    group by report_id, whole, data_year, is_comparison, trafficking_type
),

parts as (
    select * from figures where scope = 'part' and (qualifier is null or qualifier in ('exact', 'at_least', 'more_than'))
),

-- A part of one type is a part of the figure for all types where its own type has no total.
matched as (
    select
        parts.report_id,
        parts.whole,
        parts.data_year,
        parts.fact_id as part_fact_id,
        parts.value as part_value,
        totals.fact_id as total_fact_id,
        totals.value as total_value
    from parts
    inner join totals
        on totals.report_id = parts.report_id
        and totals.whole = parts.whole
        and totals.data_year = parts.data_year
        and totals.is_comparison = parts.is_comparison
        and totals.trafficking_type in (parts.trafficking_type, 'all')
        and totals.is_bound
    qualify row_number() over (
        partition by parts.fact_id
        order by case when totals.trafficking_type = parts.trafficking_type then 0 else 1 end
    ) = 1
)

select
    report_id,
    'part_exceeds_total' as check_name,
    'warning' as severity,
    whole || '/' || data_year as about,
    'at most ' || total_value as expected,
    part_value::varchar as actual,
    [part_fact_id, total_fact_id] as fact_ids,
    'A part of ' || whole || ' in ' || data_year || ' is ' || part_value || ', more than the total of '
    || total_value || '.' as message
from matched
where part_value > total_value
