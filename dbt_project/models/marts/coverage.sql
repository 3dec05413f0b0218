-- Every country with a report in every edition from the first to the last that is loaded. Where there was no such
-- country in an edition's year, nothing is missing, and there is no row.
with countries as (
    select distinct reports.country_code, known.valid_from, known.valid_to
    from {{ ref('stg_reports') }} as reports
    left join {{ ref('stg_countries') }} as known on known.country_code = reports.country_code
),

span as (
    select min(edition_year) as first_edition, max(edition_year) as last_edition from {{ ref('stg_reports') }}
),

editions as (
    select unnest(generate_series(first_edition, last_edition))::smallint as edition_year from span
),

counted as (
    select
        reports.country_code,
        reports.edition_year,
        bool_or(reports.family = 'tip_report') as has_tip_report
        {%- for fact_table in fact_tables() %},
        sum(facts.facts) filter (where facts.fact_table = '{{ fact_table }}') as {{ fact_table }}
        {%- endfor %}
    from {{ ref('stg_reports') }} as reports
    left join {{ ref('int_facts_by_report') }} as facts on facts.report_id = reports.report_id
    group by reports.country_code, reports.edition_year
)

select
    countries.country_code,
    editions.edition_year,
    case
        when counted.has_tip_report then 'tip_report'
        when counted.country_code is not null then 'factbook_only'
        else 'missing'
    end as coverage
    {%- for fact_table in fact_tables() %},
    coalesce(counted.{{ fact_table }}, 0)::integer as {{ fact_table }}
    {%- endfor %}
from countries
cross join editions
left join counted
    on counted.country_code = countries.country_code and counted.edition_year = editions.edition_year
where counted.country_code is not null
    or editions.edition_year
        between coalesce(countries.valid_from, editions.edition_year) and coalesce(countries.valid_to, editions.edition_year)
