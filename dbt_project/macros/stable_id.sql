{#
    The first 16 hexadecimal digits of the SHA-256 of the parts, as fact ids are made.
    Parts are SQL expressions that survive a revision of the report: no offset, file hash or rule.
#}
{% macro stable_id(parts) -%}
    substr(sha256(concat_ws(chr(31),
    {%- for part in parts %} coalesce(cast({{ part }} as varchar), ''){{ ',' if not loop.last }}{% endfor -%}
    )), 1, 16)
{%- endmacro %}
