select
    c.name as country,
    l.data_year as year,
    l.tier,
    l.investigations,
    l.prosecutions,
    l.convictions,
    l.convictions_edition as stated_in,
    l.victims_identified as victims,
    l.restated
from marts.law_enforcement_by_year as l
join marts.dim_country as c using (country_code)
order by 1, 2
