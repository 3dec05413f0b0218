select
    facts.*,
    chosen.fact_id is not null as is_headline
from {{ ref('stg_fact_prosecutions') }} as facts
left join {{ ref('int_headline_figures') }} as chosen on chosen.fact_id = facts.fact_id
