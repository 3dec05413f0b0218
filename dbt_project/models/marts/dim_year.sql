-- Every year from the first to the last that an edition or a figure speaks of, without gaps.
with spoken_of as (
    select edition_year as year from {{ ref('stg_reports') }}
    {%- for fact_table in fact_tables_with_data_year() %}
    union all select data_year from {{ ref('stg_' ~ fact_table) }}
    {%- endfor %}
),

span as (
    select min(year) as first_year, max(year) as last_year from spoken_of
),

years as (
    select unnest(generate_series(first_year, last_year))::smallint as year from span
),

loaded as (
    select max(edition_year) as latest_edition from {{ ref('stg_reports') }}
)

select
    years.year,
    if(is_edition, 'Trafficking in Persons Report ' || years.year, null) as edition_title,
    case
        when not is_edition then null
        when years.year in ({{ var('calendar_year_editions') | join(', ') }}) then make_date(years.year - 1, 1, 1)
        else make_date(years.year - 1, 4, 1)
    end as reporting_period_start,
    case
        when not is_edition then null
        when years.year in ({{ var('calendar_year_editions') | join(', ') }}) then make_date(years.year - 1, 12, 31)
        else make_date(years.year, 3, 31)
    end as reporting_period_end
from (
    select
        years.year,
        coalesce(years.year between {{ var('first_edition') }} and loaded.latest_edition, false) as is_edition
    from years
    cross join loaded
) as years
