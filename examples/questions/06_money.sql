-- Who paid how much for victims and for prevention?
select f.country_code, f.data_year, f.funder, f.purpose, f.status, f.amount, f.currency, f.amount_usd, f.qualifier
from marts.fact_funding as f
order by f.country_code, f.data_year, f.fact_id
