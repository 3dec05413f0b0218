{# Rendered from ingest/schema by `python -m tip_warehouse.release.dbt_schema`. Do not edit. #}
{% macro fact_tables() %}{{ return([
    "fact_prosecutions",
    "fact_sentences",
    "fact_victims",
    "fact_funding",
    "fact_legal_provisions",
    "fact_tier_placement",
    "fact_trafficking_flows",
    "fact_recommendations",
    "fact_treaties",
    "fact_outputs"
]) }}{% endmacro %}

{% macro fact_tables_with_data_year() %}{{ return([
    "fact_prosecutions",
    "fact_sentences",
    "fact_victims",
    "fact_funding",
    "fact_outputs"
]) }}{% endmacro %}

{% macro measures() %}{{ return([
    {
        "name": "investigations",
        "table": "fact_prosecutions",
        "stage": "investigation"
    },
    {
        "name": "prosecutions",
        "table": "fact_prosecutions",
        "stage": "prosecution"
    },
    {
        "name": "convictions",
        "table": "fact_prosecutions",
        "stage": "conviction"
    },
    {
        "name": "victims_identified",
        "table": "fact_victims",
        "stage": "identified"
    }
]) }}{% endmacro %}
