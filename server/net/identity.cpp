// SPDX-License-Identifier: Apache-2.0
#include "server/net/identity.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <memory>

#include "shared/base/limits.h"
#include "shared/system/files.h"

namespace baraza::server {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr long kYears = 20L * 365 * 24 * 3600;  // the pin is what is trusted, not the date

std::string text_of(BIO* memory) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(size)};
}

Result<std::string> make_key() {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const Memory out(BIO_new(BIO_s_mem()), &BIO_free);
  if (!key ||
      PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 0) {
    return fail(Code::internal, "OpenSSL can't make a key");
  }
  return text_of(out.get());
}

Result<std::string> make_certificate(const std::string& key_pem) {
  const Memory in(BIO_new_mem_buf(key_pem.data(), static_cast<int>(key_pem.size())), &BIO_free);
  const Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
  if (!key) return fail(Code::storage_damaged, "the server's TLS key can't be read");
  const Certificate certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kYears);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("baraza"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  const Memory out(BIO_new(BIO_s_mem()), &BIO_free);
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0 ||
      PEM_write_bio_X509(out.get(), certificate.get()) == 0) {
    return fail(Code::internal, "OpenSSL can't sign the certificate");
  }
  return text_of(out.get());
}

Result<Bytes> pin_of(const std::string& certificate_pem, const std::string& key_pem) {
  const Memory in(BIO_new_mem_buf(certificate_pem.data(), static_cast<int>(certificate_pem.size())),
                  &BIO_free);
  const Memory key_in(BIO_new_mem_buf(key_pem.data(), static_cast<int>(key_pem.size())), &BIO_free);
  const Key key(PEM_read_bio_PrivateKey(key_in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
  if (!key) return fail(Code::storage_damaged, "the server's TLS key can't be read");
  const Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), &X509_free);
  if (!certificate) return fail(Code::storage_damaged, "the server's certificate can't be read");
  if (X509_check_private_key(certificate.get(), key.get()) != 1) {
    return fail(Code::storage_damaged,
                "the server's certificate isn't of its key; put the right key.pem back from a "
                "copy, or remove certificate.pem if key.pem is the right one");
  }
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
  if (size <= 0) return fail(Code::storage_damaged, "the server's certificate holds no key");
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(der, static_cast<std::size_t>(size), digest.data());
  OPENSSL_free(der);
  return Bytes(reinterpret_cast<const char*>(digest.data()), limits::pin_bytes);
}

}  // namespace

Result<TlsIdentity> TlsIdentity::load_or_create(const std::string& folder) {
  const std::string key_path = folder + "/key.pem";
  const std::string certificate_path = folder + "/certificate.pem";
  auto key = read_file(key_path);
  auto certificate = read_file(certificate_path);
  const auto missing = [](const Result<Bytes>& file) {
    return !file && file.error().code == Code::not_found;
  };
  if (missing(key) && certificate) {
    return fail(Code::storage_damaged, key_path +
                                           " is gone; put it back from a copy: the laptops trust "
                                           "only this key");
  }
  if (missing(key)) {
    key = make_key();
    if (!key) return fail(key.error());
    if (auto done = write_atomically(key_path, *key, 0600); !done) return fail(done.error());
  }
  if (!key) return fail(key.error());
  // The pin is of the key, so a lost certificate is simply made again.
  if (missing(certificate)) {
    certificate = make_certificate(*key);
    if (!certificate) return fail(certificate.error());
    if (auto done = write_atomically(certificate_path, *certificate, 0600); !done) {
      return fail(done.error());
    }
  }
  if (!certificate) return fail(certificate.error());
  TlsIdentity out{*key, *certificate, {}};
  auto pin = pin_of(out.certificate_pem, out.key_pem);
  if (!pin) return fail(pin.error());
  out.pin = std::move(*pin);
  return out;
}

}  // namespace baraza::server
