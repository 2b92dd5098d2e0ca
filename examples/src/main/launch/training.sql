-- What ./almanac runs once, unseen, to find out which classes most runs load.
SHOW TABLES IN lake.samples;
SHOW TABLES;
DESCRIBE lake.samples.planets;
SELECT name FROM lake.samples.planets FOR DATES SINCE '1700-01-01' ORDER BY name LIMIT 3;
SELECT count(*) FROM lake.samples.orders FOR '1995-01-15';
SELECT _date, count(*) AS orders, sum(o_totalprice) AS price, max(o_orderdate)
  FROM lake.samples.orders FOR DATES BETWEEN '1995-01-10' AND '1995-01-20'
  WHERE o_totalprice > 1000 AND o_orderpriority LIKE '%-%' GROUP BY _date ORDER BY price DESC;
SELECT o.o_orderkey, sum(l.l_quantity) FROM lake.samples.orders FOR '1995-01-15' AS o
  JOIN lake.samples.lineitem FOR DATES SINCE '1995-01-01' AS l ON o.o_orderkey = l.l_orderkey GROUP BY 1;
CALL lake.system.calendar('samples.orders', count_rows => true);
