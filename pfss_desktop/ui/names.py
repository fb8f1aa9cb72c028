"""Names that the screen gives to the closed sets of the domain."""

from pfss_desktop.domain.body import Joint
from pfss_desktop.domain.exercise import Category, KneeLoad, PositionGroup, Region
from pfss_desktop.domain.patient import Precaution
from pfss_desktop.domain.resistance import BandForm, BandPosition, ResistanceKind
from pfss_desktop.language import _


def category_name(category: Category) -> str:
    """Return the chip's text for a category."""
    return {
        Category.QUADRICEPS: _("Quads"),
        Category.HIP: _("Hip"),
        Category.HAMSTRING_CALF: _("Hams, calf"),
        Category.CLOSED_CHAIN: _("Closed chain"),
        Category.CORE: _("Core"),
        Category.BALANCE: _("Balance"),
        Category.PLYOMETRIC: _("Plyometric"),
        Category.STRETCH: _("Stretch"),
        Category.MOBILITY: _("Mobility"),
        Category.CARDIO: _("Cardio"),
        Category.RUNNING: _("Running"),
        Category.ADJUNCT: _("Adjunct"),
    }[category]


def region_name(region: Region) -> str:
    """Return the region as a person says it."""
    return {
        Region.FRONT_OF_THIGH: _("front of thigh"),
        Region.BACK_OF_THIGH: _("back of thigh"),
        Region.HIP_AND_BUTTOCK: _("hip and buttock"),
        Region.CALF_AND_ANKLE: _("calf and ankle"),
        Region.TRUNK: _("trunk"),
        Region.KNEECAP: _("kneecap"),
        Region.WHOLE_BODY: _("whole body"),
    }[region]


def position_name(position: PositionGroup) -> str:
    """Return the body position as a person says it."""
    return {
        PositionGroup.ON_BACK: _("on the back"),
        PositionGroup.ON_SIDE: _("on the side"),
        PositionGroup.FACE_DOWN: _("face down"),
        PositionGroup.SITTING: _("sitting"),
        PositionGroup.KNEELING: _("kneeling"),
        PositionGroup.STANDING: _("standing"),
        PositionGroup.MOVING: _("moving about"),
    }[position]


def resistance_name(kind: ResistanceKind) -> str:
    """Return the kind of resistance as one word."""
    return {
        ResistanceKind.NONE: _("None"),
        ResistanceKind.BODYWEIGHT: _("Body"),
        ResistanceKind.CUFF: _("Cuff"),
        ResistanceKind.BAND: _("Band"),
        ResistanceKind.MACHINE: _("Machine"),
    }[kind]


def band_form_name(form: BandForm) -> str:
    """Return the band's form."""
    return {BandForm.FLAT: _("flat"), BandForm.LOOP: _("loop")}[form]


def band_position_name(position: BandPosition) -> str:
    """Return where the band sits."""
    return {
        BandPosition.ABOVE_KNEES: _("above the knees"),
        BandPosition.BELOW_KNEES: _("below the knees"),
        BandPosition.ANKLES: _("at the ankles"),
        BandPosition.FOREFEET: _("around the forefeet"),
        BandPosition.BEHIND_KNEE: _("behind the knee"),
        BandPosition.ANCHORED: _("at an anchor"),
    }[position]


def limb_joint_name(joint: Joint) -> str:
    """Return the joint alone, where there is room for one word only."""
    return {
        Joint.HIP_FLEXION: _("hip"),
        Joint.HIP_ABDUCTION: _("hip"),
        Joint.HIP_ROTATION: _("hip"),
        Joint.KNEE_FLEXION: _("knee"),
        Joint.ANKLE_DORSIFLEXION: _("ankle"),
    }[joint]


def knee_load_name(load: KneeLoad) -> str:
    """Return the grade of the kneecap's load."""
    return {
        KneeLoad.MINIMAL: _("minimal"),
        KneeLoad.LOW: _("low"),
        KneeLoad.MODERATE: _("moderate"),
        KneeLoad.HIGH: _("high"),
    }[load]


def joint_name(joint: Joint) -> str:
    """Return the joint's motion in the clinic's words."""
    return {
        Joint.HIP_FLEXION: _("hip flexion"),
        Joint.HIP_ABDUCTION: _("hip abduction"),
        Joint.HIP_ROTATION: _("hip rotation"),
        Joint.KNEE_FLEXION: _("knee flexion"),
        Joint.ANKLE_DORSIFLEXION: _("ankle dorsiflexion"),
    }[joint]


def precaution_name(precaution: Precaution) -> str:
    """Return the precaution in the clinic's words."""
    return {
        Precaution.CANNOT_KNEEL: _("Cannot kneel"),
        Precaution.CANNOT_LIE_PRONE: _("Cannot lie face down (prone)"),
        Precaution.CANNOT_LIE_SUPINE: _("Cannot lie on the back (supine)"),
        Precaution.CANNOT_GET_TO_FLOOR: _("Cannot get down to the floor and up again"),
        Precaution.LATEX_ALLERGY: _("Latex allergy"),
        Precaution.POOR_BALANCE: _("Poor balance, risk of falling"),
        Precaution.NO_IMPACT: _("No impact (jumping, hopping, running)"),
    }[precaution]
