-- How many rows each report has in each fact table; reports without facts in a table have no row here.
{% for fact_table in fact_tables() %}
select
    report_id,
    '{{ fact_table }}' as fact_table,
    count(*) as facts
from {{ ref('stg_' ~ fact_table) }}
group by report_id
{% if not loop.last %}union all{% endif %}
{% endfor %}
