-- One query over four stores: Parquet on S3, zstd JSON lines on Google Cloud Storage, a collection of
-- MongoDB and one of Firestore. Each is asked only for what it can tell itself; Spark does the rest.
-- Put EXPLAIN in front to see what each of them is asked.
--
--   spark.sql.catalog.lake.store.sales.location        s3://bucket/sales
--   spark.sql.catalog.lake.store.web.location          gs://bucket/web
--   spark.sql.catalog.lake.store.crm.connector         mongodb
--   spark.sql.catalog.lake.store.crm.location          mongodb://host/crm
--   spark.sql.catalog.lake.store.app.connector         firestore
--   spark.sql.catalog.lake.store.app.location          firestore://project
--
-- The pages under docs/stores have the keys for endpoints and credentials, and the jars to add.
SELECT c.name, o.amount, v.page, p.level
FROM lake.sales.orders FOR '2024-01-02' AS o
JOIN lake.web.visits FOR DATES BETWEEN '2024-01-01' AND '2024-01-02' AS v ON v.customer = o.customer
JOIN lake.crm.customers AS c ON c.customer = o.customer
JOIN lake.app.profiles AS p ON p.customer = o.customer
WHERE o.amount > 10 AND c.country = 'DE' AND p.active
ORDER BY c.name, v.page
