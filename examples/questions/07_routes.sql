-- Where are women from Thailand and Laos taken, by the reports of 2009?
select o.name as origin, coalesce(d.name, f.destination_region) as destination, f.trafficking_type, f.quote
from marts.fact_trafficking_flows as f
join marts.dim_country as o on o.country_code = f.origin_code
left join marts.dim_country as d on d.country_code = f.destination_code
where f.origin_code in ('THA', 'LAO') and f.role <> 'internal' and f.edition_year = 2009
  and list_contains(f.victim_groups, 'women')
order by origin, destination, f.fact_id
