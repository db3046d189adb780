package io.cultivar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private final Sealer sealer = Samples.sealer();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 65_536})
    void shouldOpenWhatItSealed(int length) {
        byte[] plain = new byte[length];
        new SecureRandom().nextBytes(plain);

        String sealed = sealer.seal(plain);

        assertThat(sealer.open(sealed)).isEqualTo(plain);
        assertThat(Base64.getDecoder().decode(sealed)).hasSize(12 + length + 16);
    }

    @Test
    void shouldSealTheSameBytesDifferentlyEachTime() {
        byte[] plain = Samples.utf8("{\"subject\":\"E1042\"}");

        assertThat(sealer.seal(plain)).isNotEqualTo(sealer.seal(plain));
    }

    @Test
    void shouldNotOpenWhatWasChanged() {
        byte[] sealed = Base64.getDecoder().decode(sealer.seal(Samples.utf8("E1042")));
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> sealer.open(Base64.getEncoder().encodeToString(sealed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sealed under another key, or changed since");
    }

    @Test
    void shouldNotOpenWhatAnotherKeySealed() {
        String otherKey = Base64.getEncoder().encodeToString(new byte[32]);
        Sealer other = new Sealer(PseudonymKey.fromBase64(otherKey), new SecureRandom());

        assertThatThrownBy(() -> sealer.open(other.seal(Samples.utf8("E1042"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotOpenWhatIsTooShortToBeSealed() {
        assertThatThrownBy(() -> sealer.open("AAAA")).hasMessage("a sealed text has at least 12 bytes");
    }
}
