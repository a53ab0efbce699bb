;; The dot products of one query with many rows of 384 8-bit numbers: 200,000 rows in 13 ms, where JavaScript needs 130.
;; `npm run reader -- vectors` measures it. dot-products.wasm is this file, assembled; a test compares the two.
;;
;; $query: address of 384 16-bit numbers. $rows: address of $count rows of 384 8-bit numbers, one after the other.
;; $out: address of $count 32-bit sums. 384 * 127 * 127 fits into 32 bits.
(module
  (memory (import "vectors" "memory") 1)
  (func (export "dotProducts") (param $query i32) (param $rows i32) (param $count i32) (param $out i32)
    (local $sum v128) (local $at i32) (local $end i32)
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (local.set $end (i32.add (local.get $rows) (i32.const 384)))
        (loop $part
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load (local.get $at)) (v128.load8x8_s (local.get $rows)))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $at)) (v128.load8x8_s offset=8 (local.get $rows)))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $at)) (v128.load8x8_s offset=16 (local.get $rows)))))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $at)) (v128.load8x8_s offset=24 (local.get $rows)))))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
          (br_if $part (i32.lt_u (local.get $rows) (local.get $end))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row)))))
