{#
    Tables and views of a candidate warehouse. The candidate is made anew for each build and nobody else has it
    open, so that nothing has to be renamed aside, swapped or dropped: one statement replaces what may be there.
    dbt-duckdb's own materialisations spend most of a small build on exactly that. A table's contract is checked
    as usual: names and types of the query against the model's columns, in their order.
#}
{% materialization table, adapter='duckdb' %}
    {%- set target_relation = this.incorporate(type='table') -%}
    {%- set checked = config.get('contract').enforced -%}
    {%- if checked %}{{ get_assert_columns_equivalent(sql) }}{% endif -%}
    {% call statement('main') -%}
        create or replace table {{ target_relation }} as (
        {%- if checked %} {{ get_select_subquery(sql) }} {% else %} {{ sql }} {% endif -%}
        )
    {%- endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {%- set target_relation = this.incorporate(type='view') -%}
    {% call statement('main') -%}
        create or replace view {{ target_relation }} as ({{ sql }})
    {%- endcall %}
    {% do adapter.commit() %}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
