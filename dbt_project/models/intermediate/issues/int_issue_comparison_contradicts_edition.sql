-- A comparison value ("compared to 13 in 2006") other than the one that the edition it speaks of gave.
with figures as (
    select *
    from {{ ref('int_figures') }}
    where family = 'tip_report'
      and scope = 'total'
      and value is not null
      and period_type <> 'other'
      and (qualifier is null or qualifier = 'exact')
),

original as (
    select *
    from figures
    where not is_comparison
    qualify row_number() over (
        partition by country_code, measure, trafficking_type, data_year, edition_year
        order by char_start, fact_id
    ) = 1
)

select
    later.report_id,
    'comparison_contradicts_edition' as check_name,
    'warning' as severity,
    concat_ws('/', later.measure, later.trafficking_type, later.data_year) as about,
    original.value::varchar as expected,
    later.value::varchar as actual,
    [later.fact_id, original.fact_id] as fact_ids,
    'The report compares with ' || later.value || ' for ' || later.measure || ' in ' || later.data_year
    || '; the edition of ' || original.edition_year || ' gave ' || original.value || '.' as message
from figures as later
inner join original
    on original.country_code = later.country_code
    and original.measure = later.measure
    and original.trafficking_type = later.trafficking_type
    and original.data_year = later.data_year
    -- The edition that a year belongs to is the one after it.
    and original.edition_year = later.data_year + 1
    and original.edition_year < later.edition_year
where later.is_comparison
  and later.value <> original.value
