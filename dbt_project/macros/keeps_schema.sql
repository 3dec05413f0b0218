{#
    Everything that the one schema promises about a mart, in one query: required columns are never NULL,
    enumerations hold only their values, the key is unique, and references find their row.
    Each row that comes back is one kind of problem, with how many rows have it and an example key.
#}
{% test keeps_schema(model, key, required, enums={}, references=[]) %}
{%- set shown_key = "concat_ws(' / ', " ~ (key | join(', ')) ~ ")" %}
with checked as (
    select
        {{ shown_key }} as shown_key,
        unnest([
            {%- for column in required %}
            case when {{ column }} is null then '{{ column }} is NULL' end,
            {%- endfor %}
            {%- for column, values in enums.items() %}
            case when {{ column }} not in ('{{ values | join("', '") }}')
                then '{{ column }} has the value ' || {{ column }} || ', which the schema does not list' end,
            {%- endfor %}
            null
        ]) as problem
    from {{ model }}
),

problems as (
    select problem, shown_key from checked where problem is not null

    union all by name

    select
        'the key {{ key | join(", ") }} is not unique' as problem,
        {{ shown_key }} as shown_key
    from {{ model }}
    group by {{ key | join(', ') }}
    having count(*) > 1
    {%- for reference in references %}

    union all by name

    select
        '{{ reference.column }} ' || {{ reference.column }} || ' is not in {{ reference.field }} of its parent'
            as problem,
        {{ shown_key }} as shown_key
    from {{ model }}
    where {{ reference.column }} is not null
      and {{ reference.column }} not in (select {{ reference.field }} from {{ ref(reference.to) }})
    {%- endfor %}
)

select
    problem,
    count(*) as affected_rows,
    min(shown_key) as example_key
from problems
group by problem
order by problem
{% endtest %}
