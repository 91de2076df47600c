"""Addresses for staff."""

from django.urls import path

from prongsai.registers.tasks.views import home, importing, register, tasks

urlpatterns = [
    path("", register.tasks, name="tasks"),
    path("mine/", home.my_tasks, name="my-tasks"),
    path("given/", register.given_tasks, name="given-tasks"),
    path("new/", tasks.new_task, name="new-task"),
    path("export/", register.export, name="tasks-export"),
    path("import/", importing.send, name="tasks-import"),
    path("import/<int:waiting>/", importing.review, name="tasks-import-review"),
    path("import/template/", importing.template, name="tasks-template"),
    path("paper.pdf", register.paper, name="tasks-paper"),
    path("line/", register.line_texts, name="tasks-line"),
    path("<int:task>/", tasks.task, name="task"),
    path("<int:task>/change/", tasks.change_task, name="task-change"),
    path("<int:task>/record-for/", tasks.hand_in_for, name="task-record-for"),
    path("<int:task>/return/", tasks.return_task, name="task-return"),
    path("<int:task>/call-off/", tasks.drop_task, name="task-call-off"),
]
