-- Figures that speak of a year after the edition that states them.
{% for fact_table in fact_tables_with_data_year() %}
select
    report_id,
    'year_after_edition' as check_name,
    'warning' as severity,
    fact_id as about,
    'at most ' || edition_year as expected,
    data_year::varchar as actual,
    [fact_id] as fact_ids,
    'A figure of {{ fact_table }} speaks of ' || data_year || ', after the edition of ' || edition_year || '.'
        as message
from {{ ref('stg_' ~ fact_table) }}
where data_year > edition_year
{% if not loop.last %}union all{% endif %}
{% endfor %}
