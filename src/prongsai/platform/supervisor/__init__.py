"""`prongsai run`: database, web and worker started, watched, started again, and stopped in order.

Children import single modules of this room, so that they stay small: `running.run`, `plan.Plan`, `checkup.examine`.
"""
