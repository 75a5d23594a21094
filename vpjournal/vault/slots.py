"""Two ways to the data key: the passphrase, and the code on the recovery sheet.

What a slot says about itself is bound to what it holds: changing a figure, or moving a slot to another journal,
makes it unreadable.
"""

import base64
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vpjournal.errors import WrongPassphrase
from vpjournal.vault.kdf import Profile, derive
from vpjournal.vault.keys import Secret
from vpjournal.vault.recovery_code import RecoveryCode

SALT_BYTES = 32
NONCE_BYTES = 12
WRAPPED_BYTES = 48
PUBLIC_KEY_BYTES = 32
SEALED_BYTES = 80

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class PassphraseSlot:
    """The data key under AES-256-GCM with a key that Argon2id makes of the passphrase."""

    profile: Profile
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def open(self, passphrase: str, *, journal_id: bytes) -> Secret:
        """Return the data key. Raises WrongPassphrase. The caller has checked the profile."""
        key = derive(passphrase, salt=self.salt, profile=self.profile)
        bound = _passphrase_bound(self.profile, salt=self.salt, journal_id=journal_id)
        try:
            return Secret(AESGCM(key.reveal()).decrypt(self.nonce, self.wrapped, bound))
        except InvalidTag:
            raise WrongPassphrase from None


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """The data key sealed (HPKE, RFC 9180) to the public key that belongs to the recovery code."""

    public_key: bytes
    sealed: bytes

    def open(self, code: RecoveryCode, *, journal_id: bytes) -> Secret:
        """Return the data key. Raises WrongPassphrase when the code is another journal's."""
        private_key = X25519PrivateKey.from_private_bytes(code.seed(journal_id=journal_id).reveal())
        if private_key.public_key().public_bytes_raw() != self.public_key:
            raise WrongPassphrase
        try:
            return Secret(_SUITE.decrypt(self.sealed, private_key, info=_recovery_bound(journal_id)))
        except InvalidTag:
            raise WrongPassphrase from None

    def renewed(self, data_key: Secret, *, journal_id: bytes) -> "RecoverySlot":
        """Seal another data key to the same code; the paper with the code is not needed for that."""
        public_key = X25519PublicKey.from_public_bytes(self.public_key)
        return RecoverySlot(
            self.public_key, _SUITE.encrypt(data_key.reveal(), public_key, info=_recovery_bound(journal_id))
        )


def make_passphrase_slot(data_key: Secret, *, passphrase: str, journal_id: bytes, profile: Profile) -> PassphraseSlot:
    """Wrap the data key for a passphrase, with a fresh salt and nonce."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    key = derive(passphrase, salt=salt, profile=profile)
    bound = _passphrase_bound(profile, salt=salt, journal_id=journal_id)
    wrapped = AESGCM(key.reveal()).encrypt(nonce, data_key.reveal(), bound)
    return PassphraseSlot(profile, salt, nonce, wrapped)


def make_recovery_slot(data_key: Secret, *, code: RecoveryCode, journal_id: bytes) -> RecoverySlot:
    """Seal the data key to the recovery code."""
    seed = code.seed(journal_id=journal_id)
    public_key = X25519PrivateKey.from_private_bytes(seed.reveal()).public_key()
    sealed = _SUITE.encrypt(data_key.reveal(), public_key, info=_recovery_bound(journal_id))
    return RecoverySlot(public_key.public_bytes_raw(), sealed)


def _passphrase_bound(profile: Profile, *, salt: bytes, journal_id: bytes) -> bytes:
    figures = f"argon2id 19 {profile.memory} {profile.passes} {profile.lanes}"
    salt_text = base64.b64encode(salt).decode("ascii")
    return f"VPJOURNAL 1\n{journal_id.hex()}\npassphrase\n{figures}\n{salt_text}\n".encode("ascii")


def _recovery_bound(journal_id: bytes) -> bytes:
    return f"VPJOURNAL 1\n{journal_id.hex()}\nrecovery\n".encode("ascii")
