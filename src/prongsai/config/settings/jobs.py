"""The queue: two jobs at a time in a worker, of which at most one is long."""

PROCRASTINATE_ON_APP_READY = "prongsai.platform.jobs.running.wire"
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 3}
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 7 * 86_400}
