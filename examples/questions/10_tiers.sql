-- How did the tiers move from edition to edition?
select t.country_code, t.edition_year, lag(t.tier) over by_country as tier_before, t.tier, t.basis
from marts.fact_tier_placement as t
window by_country as (partition by t.country_code order by t.edition_year)
order by t.country_code, t.edition_year
