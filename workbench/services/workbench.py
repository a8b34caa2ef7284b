"""What a person can do with a project: the same verbs for the window and the command line."""

from __future__ import annotations

from workbench.project.project import Project
from workbench.services.asking import Asking
from workbench.services.conversing import Conversing
from workbench.services.label_baselines import LabelBaselines
from workbench.services.labelling import Labelling
from workbench.services.models import Models
from workbench.services.planning import Planning
from workbench.services.teaching import Teaching
from workbench.services.texts import Texts
from workbench.services.training import Trainer


class Workbench:
    """The verbs on one open project, by what they are about."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.texts = Texts(project)
        self.models = Models(project)
        self.planning = Planning(project, self.models)
        self.asking = Asking(project, self.models)
        self.conversing = Conversing(self.asking)
        self.labelling = Labelling(project, self.models)
        self.baselines = LabelBaselines(project)
        self.teaching = Teaching(project, self.models)
        self.training = Trainer(project, self.models, self.asking, self.labelling, self.planning, self.teaching)
