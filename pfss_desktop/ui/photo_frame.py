"""The frame that is laid over a photo: which part of it is kept. Pure numbers; who shows it is `photo_crop`."""

from dataclasses import dataclass, replace

from pfss_desktop.photos import Part

SMALLEST = 0.15
"""Of the photo's shorter side: a smaller part would be all dots on paper."""


@dataclass(frozen=True, slots=True)
class PhotoFrame:
    """A frame of one shape inside a photo. `wide` and `high` are the photo's pixels; the middle and `size` are fractions.

    `shape` is width divided by height, 0 for the whole photo; `size` is 1 for the largest frame of this shape that fits.
    """

    wide: int
    high: int
    shape: float = 4 / 3
    size: float = 1.0
    across: float = 0.5
    down: float = 0.5

    @property
    def part(self) -> Part:
        """The part of the photo inside the frame."""
        if not self.shape:
            return Part(0.0, 0.0, 1.0, 1.0)
        half_wide, half_high = (extent / 2 for extent in self._extents())
        return Part(self.across - half_wide, self.down - half_high, self.across + half_wide, self.down + half_high)

    def moved(self, across: float, down: float) -> "PhotoFrame":
        """Return the frame moved by fractions of the photo, as far as it stays inside."""
        return replace(self, across=self.across + across, down=self.down + down).inside()

    def sized(self, factor: float) -> "PhotoFrame":
        """Return the frame so many times as large, within the photo."""
        return replace(self, size=max(SMALLEST, min(1.0, self.size * factor))).inside()

    def shaped(self, shape: float) -> "PhotoFrame":
        """Return the largest frame of another shape around the same middle."""
        return replace(self, shape=shape, size=1.0).inside()

    def _extents(self) -> tuple[float, float]:
        high = min(self.high, self.wide / self.shape) * self.size
        return high * self.shape / self.wide, high / self.high

    def inside(self) -> "PhotoFrame":
        """Return the frame moved into the photo where it stands out."""
        if not self.shape:
            return replace(self, across=0.5, down=0.5)
        half_wide, half_high = (extent / 2 for extent in self._extents())
        across = max(half_wide, min(1 - half_wide, self.across))
        return replace(self, across=across, down=max(half_high, min(1 - half_high, self.down)))
