"""ProRes for editing programs: 422 HQ for clips, 4444 with alpha for captions alone. Every frame is a keyframe."""

from __future__ import annotations

from core.render.encoder import Encoder, Target


def _options(target: Target) -> dict[str, str]:
    # Some programs refuse ProRes that does not say it was Apple's encoder.
    return {"profile": target.preset.effort, "vendor": "apl0"}


def _with_alpha(target: Target) -> dict[str, str]:
    return {**_options(target), "alpha_bits": "16"}


ENCODERS = (
    Encoder("prores_ks", "prores", "yuv422p10le", _options, control="profile"),
    Encoder("prores_ks", "prores", "yuva444p10le", _with_alpha, control="profile", shows="captions"),
)
