// SHA-256 (FIPS 180-4) for the search of a proof of work alone: the same short bytes a few hundred thousand times over, of which only the
// last eight change. It tells the first word of the hash and makes nothing new in a try: no state, no array, no call. That matters most
// where a browser compiles nothing (iOS Lockdown Mode, the stricter Tor Browser): there a library takes three times as long. What is found
// is checked by the plain hash (mailbox/work.ts): a fault here could cost time, never truth.

const K = Int32Array.of(
  0x428a_2f98,
  0x7137_4491,
  0xb5c0_fbcf,
  0xe9b5_dba5,
  0x3956_c25b,
  0x59f1_11f1,
  0x923f_82a4,
  0xab1c_5ed5,
  0xd807_aa98,
  0x1283_5b01,
  0x2431_85be,
  0x550c_7dc3,
  0x72be_5d74,
  0x80de_b1fe,
  0x9bdc_06a7,
  0xc19b_f174,
  0xe49b_69c1,
  0xefbe_4786,
  0x0fc1_9dc6,
  0x240c_a1cc,
  0x2de9_2c6f,
  0x4a74_84aa,
  0x5cb0_a9dc,
  0x76f9_88da,
  0x983e_5152,
  0xa831_c66d,
  0xb003_27c8,
  0xbf59_7fc7,
  0xc6e0_0bf3,
  0xd5a7_9147,
  0x06ca_6351,
  0x1429_2967,
  0x27b7_0a85,
  0x2e1b_2138,
  0x4d2c_6dfc,
  0x5338_0d13,
  0x650a_7354,
  0x766a_0abb,
  0x81c2_c92e,
  0x9272_2c85,
  0xa2bf_e8a1,
  0xa81a_664b,
  0xc24b_8b70,
  0xc76c_51a3,
  0xd192_e819,
  0xd699_0624,
  0xf40e_3585,
  0x106a_a070,
  0x19a4_c116,
  0x1e37_6c08,
  0x2748_774c,
  0x34b0_bcb5,
  0x391c_0cb3,
  0x4ed8_aa4a,
  0x5b9c_ca4f,
  0x682e_6ff3,
  0x748f_82ee,
  0x78a5_636f,
  0x84c8_7814,
  0x8cc7_0208,
  0x90be_fffa,
  0xa450_6ceb,
  0xbef9_a3f7,
  0xc671_78f2,
)
const H = Int32Array.of(0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

/** `bytes` are whole words of four, at most 52 bytes, the nonce their last eight. The hash's first word for a nonce of two words. */
export function seekHash(bytes: Uint8Array): (high: number, low: number) => number {
  if (bytes.length % 4 !== 0 || bytes.length < 8 || bytes.length > 52) throw new RangeError("one block of whole words")
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const w = new Int32Array(64)
  const count = bytes.length / 4
  for (let i = 0; i < count; i++) w[i] = view.getInt32(4 * i)
  // The padding: one bit, zeros, and the length in bits in the last word.
  w[count] = 0x8000_0000
  w[15] = bytes.length * 8
  const at = count - 2
  const first = H[0] as number
  const begun = rounds(w, 0, at, H)
  return (high, low) => {
    w[at] = high
    w[at + 1] = low
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number
      const y = w[i - 2] as number
      w[i] =
        (w[i - 16] as number) +
        (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
        (w[i - 7] as number) +
        (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))
    }
    return (first + (rounds(w, at, 64, begun)[0] as number)) | 0
  }
}

const state = new Int32Array(8)

/** Rounds `from` to `to` of the compression. Whole ones answer in an array that the next call overwrites; the first ones in one of their own. */
function rounds(w: Int32Array, from: number, to: number, start: Int32Array): Int32Array {
  let a = start[0] as number
  let b = start[1] as number
  let c = start[2] as number
  let d = start[3] as number
  let e = start[4] as number
  let f = start[5] as number
  let g = start[6] as number
  let h = start[7] as number
  for (let i = from; i < to; i++) {
    const one =
      (h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        (g ^ (e & (f ^ g))) +
        (K[i] as number) +
        (w[i] as number)) |
      0
    const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const into = to === 64 ? state : new Int32Array(8)
  into[0] = a
  into[1] = b
  into[2] = c
  into[3] = d
  into[4] = e
  into[5] = f
  into[6] = g
  into[7] = h
  return into
}
